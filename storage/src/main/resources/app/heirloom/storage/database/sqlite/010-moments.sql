-- Faces in videos: the moment that shows them, in milliseconds; null on pictures, and where the video's preview shows them.

alter table detected_face add column moment integer;
alter table asset_face add column moment integer;
