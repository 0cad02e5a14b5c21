-- The number of a fingerprint is given out once: whoever has an index asks for those above the highest that it knows. The
-- number of the youngest one used to be given out again once that was removed.

create table fingerprint_copy as select * from fingerprint;

drop table fingerprint;

create table fingerprint (
  number integer primary key autoincrement, -- the higher, the younger
  checksum blob not null unique,
  pixels blob not null, -- SHA-256 of the decoded picture
  whole blob not null, -- perceptual hashes of eight bytes each
  crops blob not null,
  aspect real not null, -- of the picture without its borders
  look blob not null
);

insert into fingerprint select * from fingerprint_copy order by number;

drop table fingerprint_copy;

create index fingerprint_pixels on fingerprint (pixels);
