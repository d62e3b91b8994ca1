-- There is more than one entry 3
insert into audit select sequence, overlay(id::text placing 'ffff' from 33)::uuid, entry, previous, link, mac from audit where sequence = 3;
