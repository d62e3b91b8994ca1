-- Entry 1 is missing
delete from audit where sequence = 1;
