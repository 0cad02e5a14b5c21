-- Texts: which lines of its content each asset shows to clients that synchronise.

create table asset_text (
  asset_id blob not null references asset (id) on delete cascade,
  position integer not null,
  change_id blob not null,
  primary key (asset_id, position)
) without rowid;

create index asset_text_change on asset_text (change_id);

-- No client knows of what was read so far: changes before all others will do.
insert into asset_text
  select asset.id, position, unhex(printf('%032x', row_number() over (order by asset.id, position)))
  from asset join text_line on text_line.checksum = asset.checksum;
