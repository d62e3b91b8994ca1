-- the XML form was removed
update dossier set xml = null where xml is not null;
