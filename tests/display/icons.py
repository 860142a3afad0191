#!/usr/bin/python3
"""icons.py SOURCEDIR: every icon of the program, as a file and as it is drawn at all sizes.

The rules are those of GNOME's guidelines: 128 pixels and a baseline for an application's icon; for a symbolic one 16
pixels, filled shapes of one colour and no strokes, as GTK recolours nothing else.
"""

import glob
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('GdkPixbuf', '2.0')
gi.require_version('Graphene', '1.0')
gi.require_version('Gsk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GdkPixbuf, Gio, GLib, Graphene, Gsk, Gtk

from wheelhouse import finish, step

SIZES = (16, 24, 32, 48, 64, 96, 128, 256, 512)
SVG = '{http://www.w3.org/2000/svg}'
SHAPES = {SVG + name for name in ('circle', 'clipPath', 'defs', 'g', 'linearGradient', 'path', 'rect', 'stop', 'svg', 'use')}

# A light window, a dark one, the dash.
BACKGROUNDS = ('#fafafb', '#222226', '#241f31')
CONTRAST = 2

# What software centres write on the colours of the brand.
TEXT = {'light': '#000000', 'dark': '#ffffff'}
TEXT_CONTRAST = 7

# Shares of the outline, and of the pixels drawn.
MOST = 0.66
CRISP = 0.7

source = sys.argv[1]
ElementTree.register_namespace('', SVG.strip('{}'))


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def draw(svg, size):
    """The picture as rows of (red, green, blue, alpha)."""
    stream = Gio.MemoryInputStream.new_from_bytes(GLib.Bytes.new(svg.encode()))
    picture = GdkPixbuf.Pixbuf.new_from_stream_at_scale(stream, size, size, True, None)
    assert (picture.get_width(), picture.get_height(), picture.get_n_channels()) == (size, size, 4)
    data, stride = picture.get_pixels(), picture.get_rowstride()
    return [[tuple(data[y * stride + 4 * x:y * stride + 4 * x + 4]) for x in range(size)] for y in range(size)]


def drawn_box(rows):
    """Left, top, right and bottom of what is drawn, the latter two one pixel on."""
    ys = [y for y, row in enumerate(rows) if any(pixel[3] for pixel in row)]
    xs = [x for x in range(len(rows)) if any(row[x][3] for row in rows)]
    return xs[0], ys[0], xs[-1] + 1, ys[-1] + 1


def with_margin(svg, nominal):
    """The same on a canvas of twice the size, where what was cut off would be seen."""
    root = ElementTree.fromstring(svg)
    root.set('width', str(2 * nominal))
    root.set('height', str(2 * nominal))
    root.set('viewBox', f'{-nominal / 2} {-nominal / 2} {2 * nominal} {2 * nominal}')
    return ElementTree.tostring(root, encoding='unicode')


def luminance(color):
    """Of a pixel, or of #rrggbb."""
    channels = [c / 255 for c in (bytes.fromhex(color[1:]) if isinstance(color, str) else color[:3])]
    return sum(share * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
               for share, c in zip((0.2126, 0.7152, 0.0722), channels))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def outline(rows):
    """The opaque pixels next to what is clear."""
    for y in range(1, len(rows) - 1):
        for x in range(1, len(rows) - 1):
            beside = (rows[y - 1][x], rows[y + 1][x], rows[y][x - 1], rows[y][x + 1])
            if rows[y][x][3] == 255 and any(pixel[3] < 255 for pixel in beside):
                yield rows[y][x]


def recolour(path, size, color):
    """The picture as GTK draws a symbolic icon, as rows of (red, green, blue, alpha)."""
    snapshot = Gtk.Snapshot()
    icon = Gtk.IconPaintable.new_for_file(Gio.File.new_for_path(path), size, 1)
    icon.snapshot_symbolic(snapshot, size, size, [color] * 4)
    renderer = Gsk.CairoRenderer()
    assert renderer.realize_for_display(Gdk.Display.get_default())
    texture = renderer.render_texture(snapshot.to_node(), Graphene.Rect().init(0, 0, size, size))
    renderer.unrealize()
    downloader = Gdk.TextureDownloader.new(texture)
    downloader.set_format(Gdk.MemoryFormat.R8G8B8A8)
    data, stride = downloader.download_bytes()
    data = data.get_data()
    return [[tuple(data[y * stride + 4 * x:y * stride + 4 * x + 4]) for x in range(texture.get_width())]
            for y in range(texture.get_height())]


def check_file(svg, nominal):
    root = ElementTree.fromstring(svg)
    assert root.get('width') == root.get('height') == str(nominal), root.attrib
    assert root.get('viewBox', f'0 0 {nominal} {nominal}') == f'0 0 {nominal} {nominal}', root.attrib
    for element in root.iter():
        assert element.tag in SHAPES, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith('{') and not name.startswith('on') and name != 'style', name
            assert name != 'href' or value.startswith('#'), value
            assert all(target.startswith('#') for target in re.findall(r'url\((.*?)\)', value)), value


def check_whole(svg, nominal):
    for size in SIZES:
        covered = sum(pixel[3] for row in draw(svg, size) for pixel in row) / (255 * size * size)
        assert covered > 0.2, (size, covered)
    for size in 2 * nominal, 1024:
        left, top, right, bottom = drawn_box(draw(with_margin(svg, nominal), size))
        assert min(left, top) >= size / 4 and max(right, bottom) <= size * 3 / 4, (size, left, top, right, bottom)


def check_place(svg):
    left, top, right, bottom = drawn_box(draw(svg, 128))
    assert left == 128 - right, f'{left} pixels of margin on the left, {128 - right} on the right'
    assert left >= 8 and top >= 4, (left, top)
    assert bottom == 120, f'{bottom} is not the baseline'


def check_contrast(svg, backgrounds):
    for size in 32, 128:
        edge = list(outline(draw(svg, size)))
        for background in backgrounds:
            seen = sum(contrast(pixel, background) >= CONTRAST for pixel in edge) / len(edge)
            assert seen >= MOST, (size, background, seen)


def check_symbolic(path, svg):
    colours = set(re.findall('(?:fill|stroke)="(.*?)"', svg))
    assert len(colours) == 1, colours
    assert 'stroke' not in svg, 'GTK recolours what is filled alone'
    plain = draw(svg, 16)
    alphas = [pixel[3] for row in plain for pixel in row if pixel[3]]
    crisp = sum(alpha > 191 for alpha in alphas) / len(alphas)
    assert crisp >= CRISP, f'only {crisp:.0%} of the pixels are on the grid'
    red = Gdk.RGBA()
    red.parse('#ff0000')
    painted = recolour(path, 16, red)
    for y in range(16):
        for x in range(16):
            assert painted[y][x][1:3] == (0, 0), (x, y, painted[y][x])
            assert abs(painted[y][x][3] - plain[y][x][3]) <= 2, (x, y, painted[y][x], plain[y][x])


def read_brand():
    """The colours that software centres put the icon on, by colour scheme."""
    path, = glob.glob(os.path.join(source, 'data/*.metainfo.xml.in'))
    colours = ElementTree.parse(path).findall('branding/color')
    return {colour.get('scheme_preference'): colour.text for colour in colours}


def read_names():
    """The symbolic icons that the interface names."""
    paths = glob.glob(os.path.join(source, 'data/ui/*.blp')) + glob.glob(os.path.join(source, 'src/ui/*.c'))
    return {name for path in paths for name in re.findall('"([a-z0-9-]+-symbolic)"', read(path))}


assert Gtk.init_check()
paths = sorted(glob.glob(os.path.join(source, 'data/**/*.svg'), recursive=True))
assert len(paths) > 3, paths

for path in paths:
    svg = read(path)
    name = os.path.basename(path)
    is_symbolic = name.endswith('-symbolic.svg')
    nominal = 16 if is_symbolic else 128
    with step(f'{name} is plain SVG of {nominal} pixels'):
        check_file(svg, nominal)
    if name.startswith('io.'):
        with step(f'{name} is whole at every size'):
            check_whole(svg, nominal)
    if is_symbolic:
        with step(f'{name} is crisp and takes the colour of the text'):
            check_symbolic(path, svg)
    else:
        with step(f'{name} stands on the baseline'):
            check_place(svg)
        with step(f'{name} is seen on light and on dark'):
            check_contrast(svg, BACKGROUNDS)

with step('the colours of the brand bear the icon and what is written on them'):
    brand = read_brand()
    assert brand.keys() == TEXT.keys(), brand
    check_contrast(read(os.path.join(source, 'data/icons/io.github.wheelhouse.Wheelhouse.svg')), brand.values())
    for scheme, colour in brand.items():
        assert contrast(colour, TEXT[scheme]) >= TEXT_CONTRAST, (scheme, colour)

with step('every icon that the interface names is there'):
    names = read_names()
    assert len(names) > 10, names
    theme = Gtk.IconTheme.get_for_display(Gdk.Display.get_default())
    missing = {name for name in names if not theme.has_icon(name)}
    assert missing <= {os.path.basename(path).removesuffix('.svg') for path in paths}, missing

finish()
