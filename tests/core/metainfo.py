"""metainfo.py FILE SOURCEDIR VERSION: what the metainfo promises to software centres is there, in both languages."""

import collections
import os
import struct
import sys
import xml.etree.ElementTree as ElementTree

from command_line import main, test

METAINFO, SOURCE, VERSION = sys.argv[1:]
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'

# As AppStream writes them; it finds nothing under zh_CN or zh-Hans-CN.
CHINESE = ('zh-CN', 'zh-TW')

TRANSLATED = ('caption', 'keyword', 'li', 'name', 'p', 'summary')

# What software centres take of a window at most.
WIDTH, HEIGHT = 1000, 700

component = ElementTree.parse(METAINFO).getroot()


def read_size(path):
    with open(path, 'rb') as file:
        start = file.read(24)
    assert start.startswith(b'\x89PNG\r\n\x1a\n'), path
    return struct.unpack('>II', start[16:])


@test
def every_text_is_in_chinese_too(home):
    for tag in TRANSLATED:
        texts = [text for text in component.iter(tag) if text.get('translate') != 'no']
        counts = collections.Counter(text.get(LANGUAGE) for text in texts)
        assert counts[None] > 0 and counts == {language: counts[None] for language in (None, *CHINESE)}, (tag, counts)


@test
def every_screenshot_is_in_the_tree_in_both_languages_with_the_size_stated(home):
    website = component.findtext('url[@type="homepage"]')
    screenshots = component.findall('screenshots/screenshot')
    assert len(screenshots) >= 3 and screenshots[0].get('type') == 'default'
    for screenshot in screenshots:
        images = {image.get(LANGUAGE): image for image in screenshot.findall('image')}
        assert images.keys() == {None, CHINESE[0]}, images
        for language, image in images.items():
            address, size = image.text, (int(image.get('width')), int(image.get('height')))
            assert address.startswith(website + '/screenshots/'), address
            assert address.endswith('-zh_CN.png' if language else '-en.png'), address
            assert read_size(os.path.join(SOURCE, 'docs', address.removeprefix(website + '/'))) == size, address
            assert size[0] <= WIDTH and size[1] <= HEIGHT, address


@test
def the_newest_release_is_this_version(home):
    assert component.find('releases/release').get('version') == VERSION


main()
