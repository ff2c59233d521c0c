from cards import ALL
def test_all(show):
    page = show(ALL)
    page.screenshot(path="/tmp/shot.png", full_page=True)
