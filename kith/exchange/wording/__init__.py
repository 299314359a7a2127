"""Reading what people wrote: alphabets, times, weekdays and languages. Only what is certain is mended."""
