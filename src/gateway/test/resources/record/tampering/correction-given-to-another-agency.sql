-- Correction .* is not of the person or agency that was recorded
update correction set agency = 'tax';
