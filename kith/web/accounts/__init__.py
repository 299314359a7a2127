"""Pages of the accounts area: signing in, one's own sign-in, the team, invitations."""
