-- The time-stamp of root 1 is not what was received
update audit_root set stamp = null;
