-- Root 1 was changed
update audit_root set jws = overlay(jws placing case substr(jws, 150, 1) when 'A' then 'B' else 'A' end from 150 for 1);
