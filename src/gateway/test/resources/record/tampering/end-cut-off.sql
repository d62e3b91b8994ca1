-- Root 1 was signed over entries up to 5, the chain ends at 4
delete from dossier where id in (select id from audit where sequence > 4);
delete from evidence where dossier_id in (select id from audit where sequence > 4);
delete from audit where sequence > 4;
update audit_head set (sequence, link) = (select sequence, link from audit where sequence = 4);
