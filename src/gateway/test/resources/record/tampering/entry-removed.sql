-- Entry 2 is missing
delete from audit where sequence = 2;
