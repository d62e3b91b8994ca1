-- the JWS is not what was kept
update dossier set jws = replace(jws, '..', '..A') where id in (select id from audit where sequence = 1);
