-- the XML form was put in
update dossier set xml = content where id in (select id from audit where sequence = 1);
