-- A task of an officer who leaves is for whoever works on its case.
grant update (officer_id) on case_tasks to shirokuro_staff;
