"""What bench/search.py measures: a made-up directory, questions, and the engines that answer them."""
