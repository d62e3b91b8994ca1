-- Root 1 is missing, though it was time-stamped
delete from audit_root where number = 1;
