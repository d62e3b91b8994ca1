-- Dossier .* is missing
delete from dossier where id in (select id from audit where sequence = 3);
