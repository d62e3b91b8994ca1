-- the evidence \(evidence\) was changed
update evidence set bundle = (select bundle from evidence where data_class = 'evidence' and dossier_id in (select id from audit where sequence = 3))
where data_class = 'evidence' and dossier_id in (select id from audit where sequence = 1);
