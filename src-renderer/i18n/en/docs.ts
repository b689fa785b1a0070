export default {
  chapters: 'Chapters',
  documentation: 'Documentation',
  searchLabel: 'Search the documentation',
  search: 'Search',
  nothing: 'Nothing is said of this.',
  close: 'Close',
} as const
