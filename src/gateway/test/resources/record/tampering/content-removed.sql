-- the dossier was removed, though its time was not over
update dossier set content = null where id in (select id from audit where sequence = 1);
