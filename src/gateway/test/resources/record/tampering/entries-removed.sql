-- Entries 2 to 3 are missing
delete from audit where sequence in (2, 3);
