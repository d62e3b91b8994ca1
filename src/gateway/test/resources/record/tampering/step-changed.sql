-- Step 1 of correction .* is not the one that was recorded
update correction_step set state = 'ACCEPTED';
