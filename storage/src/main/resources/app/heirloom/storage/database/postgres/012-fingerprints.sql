-- The number of a fingerprint is given out once: so it always was here, and now it is with SQLite too.

comment on column fingerprint.number is 'given out once: the higher, the younger';
