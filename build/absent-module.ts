// Stands in the bundle for a module that is never called: the unzip library of exceljs's own streaming reader.
// We read with our own reader; that library would bring a client for a network storage with it.

export {};
