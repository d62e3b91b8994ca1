-- The chain should end at entry 9, the last one there is is 8
delete from audit where sequence = 9;
