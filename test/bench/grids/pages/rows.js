// The rows that all pages show: { columns: [{ label, width }], rows: string[][] }.
export async function loadRows() {
  const name = new URLSearchParams(location.search).get('rows');
  return (await fetch(`/data/${name}.json`)).json();
}
