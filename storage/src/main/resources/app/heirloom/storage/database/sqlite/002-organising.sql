-- Organising: albums, tags, stacks, people, external libraries, sharing by link, and what clients synchronise.
-- Every row that clients synchronise carries a change id; what they must forget is noted in "deletion".

-- The same file may lie in several folders of an external library, and be uploaded as well: content is unique only
-- among uploads. SQLite cannot drop a constraint, so the table is copied.
create table new_asset (
  id blob not null unique,
  owner_id blob not null references app_user (id),
  type integer not null, -- 0 image, 1 video
  file_name text not null,
  file_name_folded text not null,
  checksum blob not null,
  size_in_bytes integer not null,
  blob_key text not null,
  captured_at integer not null,
  local_at integer not null,
  local_day integer not null,
  local_month integer not null,
  file_modified_at integer not null,
  created_at integer not null,
  updated_at integer not null,
  width integer,
  height integer,
  duration_in_millis integer,
  thumbhash blob,
  visibility integer not null, -- 0 timeline, 1 archive, 2 hidden, 3 locked
  is_favorite boolean not null,
  trashed_at integer,
  live_photo_video_id blob,
  change_id blob not null,
  library_id blob references library (id),
  is_offline boolean not null default false,
  stack_id blob,
  is_behind_primary boolean not null default false, -- in a stack, but not its primary asset
  duplicate_group_id blob,
  number integer primary key -- the row's number, by which asset_name refers to it
);

insert into new_asset select *, null, false, null, false, null, null from asset;
drop table asset;
alter table new_asset rename to asset;

-- A partial index "where trashed_at is null" would not be used as covering; the column in the index is.
create index asset_timeline on asset (owner_id, visibility, trashed_at, local_day, captured_at);
-- Far pages are found without looking at the rows of nearer ones.
create index asset_captured on asset (owner_id, captured_at, id, visibility, trashed_at);
create index asset_created on asset (owner_id, created_at);
create index asset_trashed on asset (owner_id, trashed_at) where trashed_at is not null;
create index asset_favorite on asset (owner_id, local_month) where is_favorite;
create index asset_change on asset (owner_id, change_id);
create unique index asset_content on asset (owner_id, checksum) where library_id is null;
create unique index asset_external_path on asset (library_id, blob_key) where library_id is not null;
create index asset_external_content on asset (library_id, checksum) where library_id is not null;
create index asset_trashed_since on asset (trashed_at) where trashed_at is not null;
create index asset_stack on asset (stack_id) where stack_id is not null;
create index asset_behind_primary on asset (owner_id, visibility, local_month) where is_behind_primary;
create index asset_motion on asset (live_photo_video_id) where live_photo_video_id is not null;
create index asset_duplicate_group on asset (owner_id, duplicate_group_id) where duplicate_group_id is not null;

-- Finds parts of names. Without positions it is small; what it finds is compared with the whole part.
create virtual table asset_name using fts5 (
  file_name_folded, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

insert into asset_name (rowid, file_name_folded) select number, file_name_folded from asset;

create trigger asset_named after insert on asset
begin
  insert into asset_name (rowid, file_name_folded) values (new.number, new.file_name_folded);
end;

create trigger asset_renamed after update of file_name_folded on asset
begin
  update asset_name set file_name_folded = new.file_name_folded where rowid = new.number;
end;

create trigger asset_unnamed after delete on asset
begin
  delete from asset_name where rowid = old.number;
end;

-- What lies in external libraries takes none of the quota.
create trigger asset_added after insert on asset
begin
  insert into time_bucket values (new.owner_id, new.visibility, new.trashed_at is not null, new.local_month,
      iif(new.type = 0, 1, 0), iif(new.type = 1, 1, 0))
    on conflict do update set images = images + excluded.images, videos = videos + excluded.videos;
  update app_user set usage_in_bytes = usage_in_bytes + new.size_in_bytes
    where id = new.owner_id and new.library_id is null;
end;

create trigger asset_moved after update of visibility, trashed_at, local_month on asset
  when old.visibility <> new.visibility
    or (old.trashed_at is null) <> (new.trashed_at is null)
    or old.local_month <> new.local_month
begin
  update time_bucket set images = images - iif(old.type = 0, 1, 0), videos = videos - iif(old.type = 1, 1, 0)
    where owner_id = old.owner_id and visibility = old.visibility
      and is_trashed = (old.trashed_at is not null) and local_month = old.local_month;
  insert into time_bucket values (new.owner_id, new.visibility, new.trashed_at is not null, new.local_month,
      iif(new.type = 0, 1, 0), iif(new.type = 1, 1, 0))
    on conflict do update set images = images + excluded.images, videos = videos + excluded.videos;
end;

create trigger asset_removed after delete on asset
begin
  update time_bucket set images = images - iif(old.type = 0, 1, 0), videos = videos - iif(old.type = 1, 1, 0)
    where owner_id = old.owner_id and visibility = old.visibility
      and is_trashed = (old.trashed_at is not null) and local_month = old.local_month;
  update app_user set usage_in_bytes = usage_in_bytes - old.size_in_bytes
    where id = old.owner_id and old.library_id is null;
end;

-- The files of external assets as the last scan saw them, in the order of its walk: of what has not changed, a scan reads
-- nothing else.
create table external_file (
  library_id blob not null references library (id),
  path text not null,
  asset_id blob not null unique references asset (id) on delete cascade,
  size_in_bytes integer not null,
  modified_at integer not null,
  is_missing boolean not null default false,
  trashed_at integer, -- when its asset went to the trash for being missing
  primary key (library_id, path)
) without rowid;

create index external_file_missing on external_file (library_id) where is_missing;

alter table asset_file add column modified_at integer; -- of a sidecar that others wrote

alter table asset_exif add column city text;
alter table asset_exif add column state text;
alter table asset_exif add column country text;
create index asset_exif_city on asset_exif (city) where city is not null;

create index asset_exif_place on asset_exif (asset_id) where latitude is not null; -- what a map shows

-- Those of which a timeline shows a place or a form: it need not look at the rows of all others. Unique, or SQLite would
-- prefer the primary key.
create unique index asset_exif_scene on asset_exif (asset_id)
  where projection is not null or city is not null or country is not null or latitude is not null;

alter table app_user add column avatar_color text;
alter table app_user add column profile_image_key text;
alter table app_user add column profile_changed_at integer;
alter table app_user add column storage_label text;
alter table app_user add column pin_hash text;
alter table app_user add column deleted_at integer;
alter table app_user add column is_being_removed boolean not null default false;

-- What a user's clients keep here, such as preferences: a JSON text under each key.
create table user_document (
  user_id blob not null references app_user (id) on delete cascade,
  key text not null,
  document text not null,
  change_id blob not null,
  primary key (user_id, key)
);

create table server_document (
  key text primary key not null,
  document text not null
);

alter table session add column parent_id blob;
alter table session add column expires_at integer;
alter table session add column elevated_until integer;
alter table session add column is_reset_pending boolean not null default false;

create table library (
  id blob primary key not null,
  owner_id blob not null references app_user (id),
  name text not null,
  import_paths text not null, -- a line each
  exclusion_patterns text not null, -- a line each
  created_at integer not null,
  updated_at integer not null,
  refreshed_at integer,
  note text, -- what the last scan did not dare to do
  is_loss_accepted boolean not null default false,
  is_hidden boolean not null default false -- on its way out
);

create table album (
  id blob primary key not null,
  name text not null,
  description text not null,
  thumbnail_asset_id blob,
  is_activity_enabled boolean not null,
  is_newest_first boolean not null,
  created_at integer not null,
  updated_at integer not null,
  change_id blob not null
);

create table album_user (
  album_id blob not null references album (id) on delete cascade,
  user_id blob not null references app_user (id) on delete cascade,
  role integer not null, -- 0 owner, 1 editor, 2 viewer
  created_at integer not null,
  created_change_id blob not null,
  change_id blob not null,
  primary key (album_id, user_id)
);

create index album_user_user on album_user (user_id, album_id);

create table album_asset (
  album_id blob not null references album (id) on delete cascade,
  asset_id blob not null references asset (id) on delete cascade,
  created_at integer not null,
  change_id blob not null,
  primary key (album_id, asset_id)
);

create index album_asset_asset on album_asset (asset_id, album_id);
create index album_asset_change on album_asset (album_id, change_id);
create index album_asset_newest on album_asset (change_id);

create table tag (
  id blob primary key not null,
  owner_id blob not null references app_user (id) on delete cascade,
  parent_id blob references tag (id) on delete cascade,
  value text not null, -- the whole path, as in "Family/Anna"
  color text,
  created_at integer not null,
  updated_at integer not null,
  unique (owner_id, value)
);

create index tag_parent on tag (parent_id);

create table tag_asset (
  tag_id blob not null references tag (id) on delete cascade,
  asset_id blob not null references asset (id) on delete cascade,
  primary key (tag_id, asset_id)
);

create index tag_asset_asset on tag_asset (asset_id, tag_id);

create table stack (
  id blob primary key not null,
  owner_id blob not null references app_user (id) on delete cascade,
  primary_asset_id blob not null,
  created_at integer not null,
  updated_at integer not null,
  change_id blob not null
);

create index stack_change on stack (owner_id, change_id);

create table person (
  id blob primary key not null,
  owner_id blob not null references app_user (id) on delete cascade,
  name text not null, -- empty while unknown
  name_folded text not null,
  birth_day integer, -- days since 1970
  color text,
  is_hidden boolean not null,
  is_favorite boolean not null,
  feature_face_id blob,
  is_feature_chosen boolean not null default false,
  thumbnail_key text,
  created_at integer not null,
  updated_at integer not null,
  change_id blob not null
);

create index person_change on person (owner_id, change_id);
create index person_name on person (owner_id, name_folded);

-- Boxes are pixels of an image of that size, which need not be the original's.
create table asset_face (
  id blob primary key not null,
  asset_id blob not null references asset (id) on delete cascade,
  person_id blob references person (id) on delete set null,
  source integer not null, -- 0 found by a model, 1 read from the file, 2 drawn by hand
  image_width integer not null,
  image_height integer not null,
  x1 integer not null,
  y1 integer not null,
  x2 integer not null,
  y2 integer not null,
  label text, -- what the file calls it
  is_visible boolean not null,
  change_id blob not null
);

create index asset_face_asset on asset_face (asset_id);
create index asset_face_person on asset_face (person_id, is_visible);
create index asset_face_change on asset_face (change_id);

-- What uploading clients remember of an asset: a JSON text under each key.
create table asset_document (
  asset_id blob not null references asset (id) on delete cascade,
  key text not null,
  document text not null,
  updated_at integer not null,
  change_id blob not null,
  primary key (asset_id, key)
);

create index asset_document_change on asset_document (change_id);

create table shared_link (
  id blob primary key not null,
  owner_id blob not null references app_user (id) on delete cascade,
  secret blob not null unique,
  slug text unique,
  album_id blob references album (id) on delete cascade, -- null when it shares single assets
  description text,
  password text, -- as given, since its owner may see it again
  expires_at integer,
  allows_upload boolean not null,
  allows_download boolean not null,
  shows_metadata boolean not null,
  created_at integer not null
);

create index shared_link_owner on shared_link (owner_id);
create index shared_link_album on shared_link (album_id);

create table shared_link_asset (
  link_id blob not null references shared_link (id) on delete cascade,
  asset_id blob not null references asset (id) on delete cascade,
  primary key (link_id, asset_id)
);

create index shared_link_asset_asset on shared_link_asset (asset_id);

-- What clients must forget. The scope says whom it concerns: a user, or the members of an album.
create table deletion (
  change_id blob primary key not null,
  entity integer not null,
  scope_id blob not null,
  id blob not null,
  second_id blob,
  key text
);

create index deletion_scope on deletion (entity, scope_id, change_id);

-- How far a session's client has come with each kind of entity.
create table sync_checkpoint (
  session_id blob not null references session (id) on delete cascade,
  entity text not null,
  ack text not null,
  primary key (session_id, entity)
);
