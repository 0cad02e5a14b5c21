-- Twins of what is lost are looked for among files of later scans than the first, and the first finds the most.

drop index file_stem;
create index file_stem on file (stem) where first_scan > 1;
