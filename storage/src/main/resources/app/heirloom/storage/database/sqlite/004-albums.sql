-- Albums: what each shows is kept by the triggers below, so that a list of albums need not look at their assets.

alter table album add column shown_assets integer not null default 0;

-- Of the asset, while its albums show it: in the timeline or the archive, and not in the trash.
alter table album_asset add column shown_local_at integer;
alter table album_asset add column shown_updated_at integer;

update album_asset set (shown_local_at, shown_updated_at) = (
  select local_at, updated_at from asset where id = asset_id and trashed_at is null and visibility in (0, 1));

create index album_asset_local on album_asset (album_id, shown_local_at, asset_id);
create index album_asset_updated on album_asset (album_id, shown_updated_at);

update album set shown_assets = (
  select count(*) from album_asset where album_id = album.id and shown_local_at is not null);

create trigger album_asset_added after insert on album_asset
begin
  update album_asset set (shown_local_at, shown_updated_at) = (
      select local_at, updated_at from asset where id = new.asset_id and trashed_at is null and visibility in (0, 1))
    where album_id = new.album_id and asset_id = new.asset_id;
end;

create trigger album_asset_changed after update of local_at, updated_at, trashed_at, visibility on asset
  when old.local_at <> new.local_at
    or old.updated_at <> new.updated_at
    or (old.trashed_at is null) <> (new.trashed_at is null)
    or old.visibility <> new.visibility
begin
  update album_asset set
      shown_local_at = iif(new.trashed_at is null and new.visibility in (0, 1), new.local_at, null),
      shown_updated_at = iif(new.trashed_at is null and new.visibility in (0, 1), new.updated_at, null)
    where asset_id = new.id;
end;

create trigger album_asset_shown after update of shown_local_at on album_asset
  when (old.shown_local_at is null) <> (new.shown_local_at is null)
begin
  update album set shown_assets = shown_assets + iif(new.shown_local_at is null, -1, 1) where id = new.album_id;
end;

create trigger album_asset_removed after delete on album_asset
  when old.shown_local_at is not null
begin
  update album set shown_assets = shown_assets - 1 where id = old.album_id;
end;

-- Counts favorites without a look at their rows; is_favorite in it makes SQLite see that.
drop index asset_favorite;
create index asset_favorite on asset (owner_id, visibility, trashed_at, local_month, type, is_favorite)
  where is_favorite;
