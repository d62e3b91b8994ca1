-- Dossier .* is in no entry
insert into dossier select overlay(id::text placing 'ffff' from 33)::uuid, jws, content, xml from dossier limit 1;
