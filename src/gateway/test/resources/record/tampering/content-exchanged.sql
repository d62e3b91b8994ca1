-- the dossier was changed, or its key was
update dossier set content = (select content from dossier where id in (select id from audit where sequence = 3)) where id in (select id from audit where sequence = 1);
