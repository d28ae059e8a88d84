// What holds inside of one group of an RTF, and falls back to what was before where the group ends.

/** Where text goes: into the document, nowhere, or to where the program keeps what it needs. */
export type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'list-text' | 'instruction';

export interface RtfField {
  instruction: string;
}

export interface RtfState {
  destination: Destination;
  /** \* stood before the next word: a destination that may be unknown. */
  isStarred: boolean;
  decoder: string;
  /** How many characters stand behind \uN for older programs. */
  skip: number;
  isHidden: boolean;
  isDeleted: boolean;
  inContents: boolean;
  /** What is said of the row of a table inside a cell. */
  inInnerRow: boolean;
  field: RtfField | null;
  /** The group that a note or a text box is: its end ends that. */
  opensPlace: boolean;
  opensStyle: boolean;
}

export const FIRST_STATE: Readonly<RtfState> = {
  destination: 'text',
  isStarred: false,
  decoder: 'windows-1252',
  skip: 1,
  isHidden: false,
  isDeleted: false,
  inContents: false,
  inInnerRow: false,
  field: null,
  opensPlace: false,
  opensStyle: false,
};

/** Destinations whose content is no text of the document. */
export const SKIPPED = new Set(
  'pict,object,info,colortbl,header,headerl,headerr,headerf,footer,footerl,footerr,footerf,annotation,atnid,atnauthor,atnref,atndate,atnparent,shprslt,do,sp,nonesttables,upr,xe,tc,tcn,rxe,bkmkstart,bkmkend,filetbl,private,template,ftnsep,ftnsepc,ftncn,aftnsep,aftnsepc,aftncn,listpicture,datafield,formfield,pntxta,pntxtb'.split(
    ',',
  ),
);
/** Starred destinations that hold text, or more of what is read. */
export const KNOWN_STARRED = new Set(
  'shpinst,fldinst,nesttableprops,ud,footnote,shptxt,listtext,pntext,cs,deleted'.split(','),
);

/** Words that are a character. */
export const CHARACTERS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: ' ',
  '~': '\u00a0',
  _: '-',
};
