"""Made-up stories that several tests of reading tell."""

STORY = (
    "Mara Quill is a young doctor who lives in Oslo with her brother Tom. One night she meets Ivo, who has "
    "stolen a boat. They sail away together and never come back to the city."
)
LATER = (
    "Years pass on the island. Tom finds a letter in the kitchen and reads it twice. He burns it, packs his "
    "coat and takes the ferry north, where an old sailor shows him the wreck."
)
LEAD = (
    "The Salt Road is a 1987 Norwegian drama film directed by Ida Holm, starring Lena Park and Omar Said. "
    "It tells the story of a doctor who runs away. The film was released in May and received good reviews."
)
