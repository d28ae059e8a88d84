// Who made a change, and a quick way from a project to the changes that touched it.

export const sql = `
ALTER TABLE change_set ADD COLUMN author TEXT NOT NULL DEFAULT '';
CREATE INDEX change_by_entity ON change (entity_id, entity, change_set);
`;
