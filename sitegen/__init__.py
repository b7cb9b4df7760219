"""Turn a folder of news articles into a briefing site in which every sentence leads to its source."""
