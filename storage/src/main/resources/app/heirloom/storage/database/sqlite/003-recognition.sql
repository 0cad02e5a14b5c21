-- Recognition: what models make of contents. Assets with the same bytes share it; it goes with the last of them.

-- Which model has looked at which content, whatever it found.
create table model_look (
  checksum blob not null,
  model text not null,
  primary key (checksum, model)
) without rowid;

create index model_look_model on model_look (model, checksum);

-- Embeddings of whole pictures: float32, little endian, of length 1.
create table image_embedding (
  number integer primary key autoincrement, -- the higher, the younger: by it an index knows what it lacks
  checksum blob not null,
  model text not null,
  vector blob not null,
  unique (checksum, model)
);

create table detected_face (
  number integer primary key,
  checksum blob not null,
  model text not null,
  x1 real not null, -- shares of the upright picture, 0 to 1
  y1 real not null,
  x2 real not null,
  y2 real not null,
  short_side real not null, -- in pixels of the original
  sharpness real not null,
  frontality real not null,
  score real not null,
  vector blob not null
);

create index detected_face_content on detected_face (checksum, model);

alter table asset_face add column detected_number integer; -- what a model found there
alter table asset_face add column is_confirmed boolean not null default false; -- whose it is, no machine changes

update asset_face set is_confirmed = true where source <> 0;

create index asset_face_detected on asset_face (detected_number) where detected_number is not null;

-- Which model's faces an asset shows. A content is looked at once; each of its assets is given what was found.
create table asset_look (
  asset_id blob primary key not null references asset (id) on delete cascade,
  model text not null
) without rowid;

create index asset_look_model on asset_look (model);

-- Faces around which people have to be gathered anew.
create table pending_face (
  face_id blob primary key not null references asset_face (id) on delete cascade,
  owner_id blob not null references app_user (id) on delete cascade,
  change_id blob not null
) without rowid;

create index pending_face_owner on pending_face (owner_id, change_id);

-- Users in whose photos no model may look for faces.
create table recognition_refusal (
  user_id blob primary key not null references app_user (id) on delete cascade
) without rowid;

create table text_line (
  number integer primary key,
  checksum blob not null,
  model text not null,
  position integer not null,
  text text not null,
  text_folded text not null,
  corners blob not null, -- eight float32, little endian
  detection_score real not null,
  reading_score real not null,
  unique (checksum, model, position)
);

-- Finds parts of texts, as asset_name does of names.
create virtual table text_part using fts5 (
  text_folded, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

create trigger text_read after insert on text_line
begin
  insert into text_part (rowid, text_folded) values (new.number, new.text_folded);
end;

create trigger text_forgotten after delete on text_line
begin
  delete from text_part where rowid = old.number;
end;

create index asset_checksum on asset (checksum);

create trigger asset_forgotten after delete on asset
  when not exists (select 1 from asset where checksum = old.checksum)
begin
  delete from model_look where checksum = old.checksum;
  delete from image_embedding where checksum = old.checksum;
  delete from detected_face where checksum = old.checksum;
  delete from text_line where checksum = old.checksum;
  delete from fingerprint where checksum = old.checksum;
end;

-- Faces that are not one person's, as their owner says.
create table face_difference (
  owner_id blob not null references app_user (id) on delete cascade,
  one_face_id blob not null references asset_face (id) on delete cascade,
  other_face_id blob not null references asset_face (id) on delete cascade,
  primary key (one_face_id, other_face_id)
) without rowid;

create index face_difference_other on face_difference (other_face_id);
create index face_difference_owner on face_difference (owner_id);

-- People who may be one.
create table resemblance (
  owner_id blob not null references app_user (id) on delete cascade,
  one_person_id blob not null references person (id) on delete cascade,
  other_person_id blob not null references person (id) on delete cascade,
  similarity real not null,
  primary key (one_person_id, other_person_id)
) without rowid;

create index resemblance_other on resemblance (other_person_id);
create index resemblance_owner on resemblance (owner_id, similarity);

-- What recognition and its users did to people, with what it takes to undo it.
create table recognition_journal (
  number integer primary key,
  owner_id blob not null references app_user (id) on delete cascade,
  at integer not null,
  act text not null,
  undone_at integer
);

create index recognition_journal_owner on recognition_journal (owner_id, number);

create table journal_face (
  journal_number integer not null references recognition_journal (number) on delete cascade,
  face_id blob not null,
  from_person_id blob,
  to_person_id blob,
  was_confirmed boolean not null,
  primary key (journal_number, face_id)
) without rowid;

-- People as they were before the act.
create table journal_person (
  journal_number integer not null references recognition_journal (number) on delete cascade,
  person_id blob not null,
  fate text not null, -- ADDED, CHANGED or REMOVED
  name text not null,
  birth_day integer,
  color text,
  is_hidden boolean not null,
  is_favorite boolean not null,
  created_at integer not null,
  primary key (journal_number, person_id)
) without rowid;

-- Assets that their owner says are no duplicates of each other.
create table not_duplicate (
  owner_id blob not null references app_user (id) on delete cascade,
  one_checksum blob not null, -- the lower of the two
  other_checksum blob not null,
  primary key (owner_id, one_checksum, other_checksum)
) without rowid;

-- What the pictures of contents look like.
create table fingerprint (
  number integer primary key, -- the higher, the younger
  checksum blob not null unique,
  pixels blob not null, -- SHA-256 of the decoded picture
  whole blob not null, -- perceptual hashes of eight bytes each
  crops blob not null,
  aspect real not null, -- of the picture without its borders
  look blob not null
);

create index fingerprint_pixels on fingerprint (pixels);
