export default {
  moreThan: 'More than {value}.',
  atLeast: 'At least {value}.',
  lessThan: 'Less than {value}.',
  atMost: 'At most {value}.',
  multiple: 'A multiple of {value}.',
  whole: 'It must be a whole number.',
  number: 'It must be a number.',
  oneOf: 'One of {values}.',
} as const
