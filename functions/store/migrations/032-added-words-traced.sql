-- Words that the worker adds to a tip (the transcript of a recording) are compared as later words of the reporter are.
grant insert on tip_traces, identifier_guesses to shirokuro_worker;
