-- Galleries: folders that are indexed in place. What models make of their contents lies in the tables of recognition.

create table gallery (
  id integer primary key,
  path text not null unique,
  files integer, -- these four are null until all files were indexed
  size_in_bytes integer,
  newest_at integer,
  folder_at integer,
  models text not null default '',
  leased_by text,
  leased_until integer
);

create table gallery_file (
  gallery_id integer not null references gallery (id) on delete cascade,
  name text not null,
  size_in_bytes integer not null,
  modified_at integer not null,
  inode integer not null,
  hash blob,
  failure text,
  primary key (gallery_id, name)
) without rowid;

create index gallery_file_hash on gallery_file (hash);
create index gallery_file_failed on gallery_file (gallery_id) where failure is not null;

create table gallery_content (
  hash blob primary key not null, -- BLAKE3
  checksum blob not null -- SHA-1
) without rowid;

create index gallery_content_checksum on gallery_content (checksum);

create table gallery_person (
  id integer primary key,
  name text not null, -- empty while unknown
  name_folded text not null
);

-- Which person a face of a content is.
create table gallery_face (
  detected_number integer primary key references detected_face (number) on delete cascade,
  person_id integer not null references gallery_person (id) on delete cascade,
  is_by_hand boolean not null
);

create index gallery_face_person on gallery_face (person_id);

-- What models made of a content goes when neither an asset nor a gallery has it.
drop trigger asset_forgotten;

create trigger asset_forgotten after delete on asset
  when not exists (select 1 from asset where checksum = old.checksum)
    and not exists (select 1 from gallery_content where checksum = old.checksum)
begin
  delete from model_look where checksum = old.checksum;
  delete from image_embedding where checksum = old.checksum;
  delete from detected_face where checksum = old.checksum;
  delete from text_line where checksum = old.checksum;
  delete from fingerprint where checksum = old.checksum;
end;

create trigger gallery_content_forgotten after delete on gallery_content
  when not exists (select 1 from asset where checksum = old.checksum)
    and not exists (select 1 from gallery_content where checksum = old.checksum)
begin
  delete from model_look where checksum = old.checksum;
  delete from image_embedding where checksum = old.checksum;
  delete from detected_face where checksum = old.checksum;
  delete from text_line where checksum = old.checksum;
  delete from fingerprint where checksum = old.checksum;
end;
