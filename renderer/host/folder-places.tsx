// The left side of the file dialog: recent folders, the user's own folders, drives and sticks.
import type { FolderListing } from '#shared/contract/host-wire.ts';

interface Props {
  listing: FolderListing;
  onGo(folder: string): void;
}

export function FolderPlaces({ listing, onGo }: Props) {
  const recent = listing.recent.map((folder) => ({ label: lastPart(folder), path: folder }));
  return (
    <nav className="file-dialog-places" aria-label="位置">
      <Places title="最近用过" places={recent} current={listing.folder} onGo={onGo} />
      <Places title="位置" places={listing.places} current={listing.folder} onGo={onGo} />
    </nav>
  );
}

interface PlacesProps {
  title: string;
  places: { label: string; path: string }[];
  current: string;
  onGo(folder: string): void;
}

function Places({ title, places, current, onGo }: PlacesProps) {
  if (places.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {places.map((place) => (
        <button
          key={place.path}
          type="button"
          title={place.path}
          aria-current={place.path === current}
          data-testid="file-dialog-place"
          onClick={() => onGo(place.path)}
        >
          {place.label}
        </button>
      ))}
    </>
  );
}

/** The folder's own name; of a drive its whole path. Paths of Windows and of Linux both come here. */
function lastPart(folder: string): string {
  return folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;
}
