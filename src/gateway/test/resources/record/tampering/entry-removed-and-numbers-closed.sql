-- Between entry 1 and entry 2 the chain is broken
delete from audit where sequence = 2;
update audit set sequence = sequence - 1 where sequence > 2;
update audit_head set sequence = sequence - 1;
