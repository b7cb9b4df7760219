"""Documents as they are received: a saved page, a feed of three items, a letter."""

import html

OPENING = (
    "The harbour bridge opened to trams on Sunday, two years after a barge had struck its middle pier, the council "
    "said. The first tram crossed it before dawn, with forty people on board who had waited for it in the rain."
)
CLOSING = (
    "A court will decide in autumn who has to pay for all of it. The owner of the barge has not said a word about it "
    "so far, and his lawyers did not answer the questions that the council had sent to them in the spring."
)


def page(title: str, url: str = "https://gazette.example/bridge", body: str = "") -> str:
    """A saved page of the Harbour Gazette, with furniture round its article."""
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} – Harbour Gazette</title>
<link rel="canonical" href="{url}">
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2024-05-12T08:30:00+02:00">
<script>var words = "The bridge fell down";</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{title}</h1>
<p>{OPENING}</p>
{body}
<h2>Who pays</h2>
<p>{CLOSING}</p></article>
<footer>All rights reserved. <a href="/about">About us</a></footer></body></html>
"""


def feed(*items: tuple[str, str, str]) -> str:
    """An RSS feed of (title, link, HTML) items."""
    written = "".join(
        f"<item><title>{html.escape(title)}</title><link>{html.escape(link)}</link>"
        f"<guid isPermaLink='false'>{number}</guid><pubDate>Mon, 13 May 2024 08:30:00 +0200</pubDate>"
        f"<description>{html.escape(words)}</description></item>"
        for number, (title, link, words) in enumerate(items)
    )
    return f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour &amp; Sea</title><link>https://sea.example/</link>{written}</channel></rss>"""


FEED = feed(
    ("The pier is shut", "https://sea.example/pier?utm_source=rss", "<p>The pier is shut.</p>"),
    ("Gulls", "", "<p>Gulls sit on it. They don&#8217;t care, <b>AT&amp;T</b> said.</p><ul><li>They eat.</li></ul>"),
    ("Ferry", "https://sea.example/ferry", "The ferry will stop in June, the council wrote."),
)

LETTER = """From: Ann Roe at The Coast <news@coast.example>
Subject: =?utf-8?q?Pier_shut_=E2=80=93_for_now?=
Date: Mon, 13 May 2024 08:30:00 +0200
Message-ID: <17@coast.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<style>p {color: red}</style><h1>Pier shut =E2=80=93 for now</h1>
<p>The pier of Vessel =
is <b>shut</b> since Monday.</p><h2>Why</h2><p>Piles rot &amp; nobody paid.</p>
"""
