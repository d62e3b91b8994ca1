-- Correction .* is missing
delete from correction;
