-- Who holds which post is said to everybody who is signed in, as officers' names are.
select reach_open('post');
