"""What a person takes along: a list on the own phone, on paper, in the own mail, without a network."""
